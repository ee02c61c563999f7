/**
 * Describing by hand: forms for the entities that have a table, with its columns, rules and
 * messages, and the page images beside them; what two editors made of one version, field by field;
 * and what a form asks for while it is filled in.
 */
package cn.lantai.server.describe;
