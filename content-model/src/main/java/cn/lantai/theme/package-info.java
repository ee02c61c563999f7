/**
 * Themes in SKOS. The officially published 精神 stand in one scheme and local themes in another; they
 * are linked, never mixed.
 */
package cn.lantai.theme;
