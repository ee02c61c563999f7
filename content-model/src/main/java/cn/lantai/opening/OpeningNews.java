package cn.lantai.opening;

import cn.lantai.entity.EntityIri;
import java.time.Instant;

/**
 * What somebody did in an opening review, for those who have to do with it; without the proposal
 * that he saw, which may be long.
 */
public record OpeningNews(
    long opening, EntityIri record, Act act, String agent, Instant at, String reason) {}
