package cn.lantai.curation;

import cn.lantai.ontology.ProfileCheck.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What came of holding a description to the profile.
 *
 * @param approved present exactly if there are no violations
 */
public record Examination(List<Violation> violations, Optional<Approved> approved) {}
