/**
 * The index of a stage: what lists, facets and the search page are made from. A document speaks of
 * one entity and is made from that entity's own graph alone, so that neither a renamed person nor a
 * branch that is moved makes anything else be written again.
 */
package cn.lantai.search;
