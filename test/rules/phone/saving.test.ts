import { savingOf } from '@/services/saving'

describe('a picture that was not saved', () => {
  it.each([
    'saveImageToPhotosAlbum:fail auth deny',
    'saveImageToPhotosAlbum:fail:auth denied',
    'saveImageToPhotosAlbum:fail system permission denied',
  ])('needs a permission: %s', (errMsg) => {
    expect(savingOf({ errMsg })).toBe('notAllowed')
  })

  it('was not agreed to: no setting of WeChat would help', () => {
    const errMsg = 'saveImageToPhotosAlbum:fail privacy permission is not authorized'
    expect(savingOf({ errMsg })).toBe('notAgreed')
  })

  it('was not wanted after all', () => {
    expect(savingOf({ errMsg: 'saveImageToPhotosAlbum:fail cancel' })).toBe('cancelled')
  })

  it.each([
    { errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded' },
    { errMsg: 'saveImageToPhotosAlbum:fail api scope is not declared in the privacy agreement' },
    new Error('not of WeChat'),
  ])('has failed for any other reason: %p', (cause) => {
    expect(savingOf(cause)).toBe('failed')
  })
})
