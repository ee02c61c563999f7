/**
 * A selection while it is being made: a tree of sections, blocks and items that holds whatever was
 * typed, readable or not, with the operations of an editor, what two versions differ in, and what
 * two editors made of one version. Reading it as a selection is for {@link
 * cn.lantai.table.DraftSheet}.
 */
package cn.lantai.selection.draft;
