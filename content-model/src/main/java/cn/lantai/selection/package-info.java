/**
 * The one pattern for all that is curated: a selection is an ordered record set whose members stand
 * for records by proxies, each with a label written for this context. Exhibitions, name-person
 * collections, compilations and study packs are selections and differ only in their type.
 */
package cn.lantai.selection;
