import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '../app.ts';
import { applyCode, drag, paragraph } from '../words.ts';

const PLAN = join(import.meta.dirname, '../../fixtures/plans/north.md');

/** Has the system's next dialog answer with a path, as if a person had picked it. */
export type Pick = (path: string) => Promise<void> | void;

/**
 * What a newcomer does in the desktop program: a project, a plan in it, a code, and words that get the code.
 * @param page the program's window, on its start page
 * @param pick answers dialogs
 * @param project path of the project to be made; its name becomes the title
 * @param title of the project
 */
export async function firstProject(page: Page, pick: Pick, project: string, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New project' }).click();
  await page.getByLabel('Name of the project').fill(title);
  const coder = page.getByLabel('Your name');
  if (await coder.isVisible()) await coder.fill('Coder A');
  await pick(project);
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await pick(PLAN);
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await page.getByLabel('One code a line').fill('Climate');
  await page.getByRole('button', { name: /^Add \d+ code/ }).click();
  await page.getByRole('treegrid', { name: 'Codes' }).waitFor();
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'climate');
  await expectCoded(page);
}

/** Expects what `firstProject` did, in an open document or after another start. */
export async function expectCoded(page: Page): Promise<void> {
  await expect(page.getByRole('row', { name: /^Climate/ })).toContainText('1');
}
