/**
 * Review before publication (三审): a version is submitted, passes its rounds or is returned, and is
 * published at once or at its time. {@link cn.lantai.review.Review} is the aggregate and knows
 * which act fits when; {@link cn.lantai.review.Reviews} is the one way in. Whether somebody may do
 * something by his role is asked elsewhere.
 */
package cn.lantai.review;
