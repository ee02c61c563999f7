/**
 * The names of agents, places and events: typed, and each with its dates and sources. Which name a
 * thing goes by here is said by the thing itself.
 */
package cn.lantai.name;
