import { faultInPath, fileIdOf, pathOf } from '../../../local/files/cloudPath'

describe('a cloud path', () => {
  it.each([
    'a.jpg',
    'incoming/0b7e4d0e-9f3c-4c59-8a2b-6a1f7a1c2d3e',
    '核酸/结果 1.png',
    'a/b.c/d...e',
    '.hidden',
    'trailing.',
    'CON',
    'nul.txt',
    'C:',
    'a&b=c+d@e;f,g$h!i*j',
    'é',
    'e\u0301',
    '😷.png',
    'x'.repeat(850),
  ])('may be %s', (path) => {
    expect(faultInPath(path)).toBeUndefined()
  })

  it.each([
    ['', 'is empty'],
    ['/a', 'begins or ends with /'],
    ['a/', 'begins or ends with /'],
    ['a//b', 'empty part'],
    ['..', 'part . or ..'],
    ['../a', 'part . or ..'],
    ['a/../../b', 'part . or ..'],
    ['a/./b', 'part . or ..'],
    ['a\0.jpg', 'character'],
    ['a\nb', 'character'],
    ['..\\a', 'character'],
    ['C:\\a', 'character'],
    ['%2e%2e/a', 'character'],
    ['a?sign=1', 'character'],
    ['a#b', 'character'],
    ['a\ud800b', 'character'],
    ['x'.repeat(851), 'longer than 850 bytes'],
    ['好'.repeat(284), 'longer than 850 bytes'],
  ])('is not %j', (path, fault) => {
    expect(faultInPath(path)).toContain(fault)
  })

  it('is found again in the id of its file', () => {
    expect(pathOf(fileIdOf('a/b.jpg'))).toBe('a/b.jpg')
  })

  it.each(['', 'a.jpg', 'cloud://', 'cloud://other.6f74-other-1300000000/a.jpg', 'cloud://local/a.jpg'])(
    'is not in the id %j, which is none of this cloud',
    (fileId) => {
      expect(pathOf(fileId)).toBeUndefined()
    },
  )
})
