package cn.lantai.server.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The Chromium of this machine, started once for all tests that ask for it by a parameter of the
 * type {@link Browser}. {@code LANTAI_CHROMIUM} or {@code PATH} tell where it is; where there is
 * none, the tests are skipped.
 */
public final class Chromium implements ParameterResolver, ExecutionCondition {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static Browser browser;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return find()
        .map(path -> ConditionEvaluationResult.enabled("Chromium is " + path))
        .orElseGet(
            () ->
                ConditionEvaluationResult.disabled(
                    "No Chromium found: install the package chromium, or let LANTAI_CHROMIUM name"
                        + " the program"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return browser();
  }

  /** It ends with this virtual machine, for its driver notices that nobody speaks any more. */
  private static synchronized Browser browser() {
    if (browser == null) {
      browser = start(find().orElseThrow());
    }
    return browser;
  }

  private static Browser start(Path chromium) {
    PlaywrightAssertions.setDefaultAssertionTimeout(Visit.PATIENCE);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
  }

  private static Optional<Path> find() {
    Stream<Path> named =
        Optional.ofNullable(System.getenv("LANTAI_CHROMIUM"))
            .filter(name -> !name.isBlank())
            .map(Path::of)
            .stream();
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }
}
