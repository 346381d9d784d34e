/** What residents read of those who are responsible for where they live. */
export const responsible = {
  yours: '负责您家的人',
  besides: '也可以找这些人',
  ofPlace: (place: string) => `${place}的负责人`,
  failed: '负责人没有取到，点这里再试',
}
