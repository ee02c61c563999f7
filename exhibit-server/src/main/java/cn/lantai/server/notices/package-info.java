/**
 * What somebody who works here should hear of: nothing is kept but up to when he has seen it. The
 * notices themselves are read from the reviews, the opening reviews, the tasks, the opening times
 * and the jobs, so they are never out of step.
 */
package cn.lantai.server.notices;
