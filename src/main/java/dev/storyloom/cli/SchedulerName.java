package dev.storyloom.cli;

import dev.storyloom.diffusion.scheduler.Sampling.Method;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code euler}, {@code euler-ancestral}, {@code dpm++-2m-karras} …, also as {@code DPMPP_2M_KARRAS}. */
final class SchedulerName implements ITypeConverter<Method> {

    @Override
    public Method convert(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace("++", "PP").replace('-', '_').replace(' ', '_');
        try {
            return Method.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(text);
        }
    }
}
