import { savingOf } from '@/services/saving'

describe('a picture that was not saved', () => {
  it.each([
    'saveImageToPhotosAlbum:fail auth deny',
    'saveImageToPhotosAlbum:fail:auth denied',
    'saveImageToPhotosAlbum:fail system permission denied',
    'saveImageToPhotosAlbum:fail privacy permission is not authorized',
  ])('needs a permission: %s', (errMsg) => {
    expect(savingOf(errMsg)).toBe('notAllowed')
  })

  it('was not wanted after all', () => {
    expect(savingOf('saveImageToPhotosAlbum:fail cancel')).toBe('cancelled')
  })

  it('has failed for any other reason', () => {
    expect(savingOf('writeFile:fail the maximum size of the file storage limit is exceeded')).toBe('failed')
  })
})
