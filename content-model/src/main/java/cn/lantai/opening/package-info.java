/**
 * Opening review (开放审核): when a record has become old enough, two people decide whether it is
 * opened, stays under control, or is delayed. {@link cn.lantai.opening.Opening} is the aggregate
 * and knows which act fits when; {@link cn.lantai.opening.Openings} is the one way in. What rules
 * and model propose is kept with the first signature as what that person saw, and decides nothing.
 * Whether somebody may sign by his role is asked elsewhere; to publish what was opened is another
 * matter, see {@code cn.lantai.review}.
 */
package cn.lantai.opening;
