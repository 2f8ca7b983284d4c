package dev.storyloom.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 1024x768}: width and height; for a corner, how far from the left and from the top. */
record PixelSize(int width, int height) {

    static final class Converter implements ITypeConverter<PixelSize> {

        @Override
        public PixelSize convert(String text) {
            if (!text.matches("\\d{1,5}[x,]\\d{1,5}")) {
                throw new TypeConversionException(text);
            }
            String[] parts = text.split("[x,]");
            return new PixelSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }
}
