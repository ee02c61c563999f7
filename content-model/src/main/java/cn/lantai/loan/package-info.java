/**
 * What another institution keeps and lends to what is curated here by its IIIF manifest: its
 * description, whose it is, and where its images are. The images stay there; nothing of them is
 * kept.
 */
package cn.lantai.loan;
