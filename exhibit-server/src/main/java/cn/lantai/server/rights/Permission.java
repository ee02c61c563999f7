package cn.lantai.server.rights;

/** What somebody may do. */
public enum Permission {
  /** See what is not public: newest versions, their history, the search of the working stage. */
  SEE,
  /** Save descriptions. */
  DESCRIBE,
  /** Show descriptions to the public, and take them out again. */
  PUBLISH,
  /** Decide on what others have described. */
  REVIEW,
  /** Import files; each row where the importer has this permission. */
  IMPORT,
  /** Take holdings out as files. */
  EXPORT,
  /** See how stages and jobs are. */
  OPERATE,
  /** Make accounts and give roles. */
  ACCOUNTS,
  /** Read, export and verify the audit log. */
  AUDIT,
  /** Have the commands of {@code lantai.jar} carried out, which read and write files. */
  COMMAND
}
