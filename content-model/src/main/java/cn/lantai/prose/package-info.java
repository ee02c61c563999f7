/**
 * What curators write in selections: paragraphs with strong words, emphasis, links, lists and
 * quotations, marked as in CommonMark. One line is one paragraph, one item of a list or one
 * paragraph of a quotation, so a text stands in a cell of a table as it always did. Whatever else
 * CommonMark knows, HTML above all, are characters like any others.
 */
package cn.lantai.prose;
