/**
 * A model of an archive's own past decisions, trained here and on nothing else. It is a projection:
 * it can be thrown away and made again from the decisions, and is the same for the same ones.
 */
package cn.lantai.opening.model;
