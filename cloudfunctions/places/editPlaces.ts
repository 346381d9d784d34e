import type { placesActions } from '@contract/places'
import { addNode } from '@kernel/placeTree/addNode'
import { moveNode } from '@kernel/placeTree/moveNode'
import { renameNode } from '@kernel/placeTree/renameNode'
import type { UseCase } from '@kernel/serve'
import { appoint } from './appoint'
import { edit } from './edit'
import { mergeNodes } from './mergeNodes'
import { removeNode } from './removeNode'

export const addPlace: UseCase<typeof placesActions.add> = (input, context) =>
  edit(context, (editing) => addNode(input, editing))

export const renamePlace: UseCase<typeof placesActions.rename> = (input, context) =>
  edit(context, (editing) => renameNode(input, editing))

export const movePlace: UseCase<typeof placesActions.move> = (input, context) =>
  edit(context, (editing) => moveNode(input, editing))

export const mergePlaces: UseCase<typeof placesActions.merge> = (input, context) =>
  edit(context, (editing) => mergeNodes(input, editing))

export const removePlace: UseCase<typeof placesActions.remove> = (input, context) =>
  edit(context, (editing) => removeNode(input, editing))

export const appointResponsible: UseCase<typeof placesActions.appoint> = (input, context) =>
  edit(context, (editing) => appoint(input, editing))
