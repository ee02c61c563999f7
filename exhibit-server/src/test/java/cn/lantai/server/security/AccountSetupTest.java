package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.rights.Grant;
import cn.lantai.server.rights.Role;
import cn.lantai.server.rights.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSetupTest {

  @ParameterizedTest
  @CsvSource({
    "optional, SOLE_ADMINISTRATOR, ''",
    "administrators, SOLE_ADMINISTRATOR, second-factor-needed",
    "administrators, SYSTEM_ADMINISTRATOR, second-factor-needed",
    "administrators, SECURITY_ADMINISTRATOR, second-factor-needed",
    "administrators, AUDIT_ADMINISTRATOR, second-factor-needed",
    "administrators, CURATOR, ''",
    "everybody, READER, second-factor-needed"
  })
  void aSecondFactorIsSetUpFirstByWhomeverItIsDemandedOf(
      String setting, Role role, String problem) {
    AccountSetup setup = new AccountSetup(setting);
    assertEquals(problem, missing(setup, account(false, false, role)));
    assertEquals("", missing(setup, account(false, true, role)));
  }

  @Test
  void aPasswordOfOnesOwnComesBeforeIt() {
    AccountSetup setup = new AccountSetup("everybody");
    assertEquals("one-time-password", missing(setup, account(true, false, Role.READER)));
    assertEquals("one-time-password", missing(setup, account(true, true, Role.READER)));
  }

  @Test
  void anUnknownDemandIsNoDemandForNobody() {
    assertThrows(IllegalStateException.class, () -> new AccountSetup("admins"));
  }

  private static String missing(AccountSetup setup, Account account) {
    return setup.missing(account).map(Problem::slug).orElse("");
  }

  private static Account account(boolean oneTime, boolean secondFactor, Role role) {
    return new Account(
        "wang",
        "",
        false,
        oneTime,
        secondFactor,
        0,
        false,
        List.of(new Grant(role, Scope.EVERYWHERE)));
  }
}
