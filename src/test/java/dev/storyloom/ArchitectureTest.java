package dev.storyloom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The wall between the engine, which is a library, and the application around it. */
class ArchitectureTest {

    private static JavaClasses storyloom;

    @BeforeAll
    static void read() {
        storyloom = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.storyloom");
    }

    @Test
    void theEngineKnowsJavaAndItsOwnFewLibrariesOnly() {
        classes().that().resideInAPackage("dev.storyloom.diffusion..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("dev.storyloom.diffusion..", "java..", "javax.imageio..", "ai.djl..",
                        "com.fasterxml.jackson..", "org.slf4j..", "com.sun.jna..")
                .check(storyloom);
    }

    @Test
    void onlyTheEngineAndItsPreTrainingTouchTheTensorLibrary() {
        noClasses().that().resideOutsideOfPackages("dev.storyloom.diffusion..", "dev.storyloom.pretrain..")
                .should().dependOnClassesThat().resideInAPackage("ai.djl..")
                .check(storyloom);
    }

    @Test
    void theCondenserIsPlainJava() {
        noClasses().that().resideInAPackage("dev.storyloom.story.condenser..")
                .should().dependOnClassesThat().resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..")
                .check(storyloom);
    }

    @Test
    void nothingButTheStartKnowsTheCommandLine() {
        noClasses().that().resideOutsideOfPackages("dev.storyloom.cli..", "dev.storyloom")
                .should().dependOnClassesThat().resideInAPackage("dev.storyloom.cli..")
                .check(storyloom);
    }
}
