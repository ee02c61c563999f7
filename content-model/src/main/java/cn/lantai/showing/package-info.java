/**
 * When exhibitions, and whatever else is curated, open and close: at its times one is published and
 * withdrawn again. {@link cn.lantai.showing.Showings} is the one way in; what may be published
 * without a review follows from {@link cn.lantai.review.ReviewPolicy}, and what passes a review
 * gets its time there.
 */
package cn.lantai.showing;
