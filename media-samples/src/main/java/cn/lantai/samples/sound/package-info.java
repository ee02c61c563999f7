/**
 * Plays the sound of the sample holdings at build time: tunes in numbered notation, by voices that
 * nobody can take for a recording of people.
 *
 * <p>Knows nothing of pictures, which therefore need not be drawn again when something changes
 * here.
 */
package cn.lantai.samples.sound;
