package dev.storyloom.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class GlimpseTest {
    @Test
    void aSmallPictureTravelsPixelByPixel() {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x0180ff);
        image.setRGB(1, 0, 0x102030);
        var glimpse = Glimpse.of(image);
        assertThat(Base64.getDecoder().decode(glimpse.rgb())).containsExactly(1, (byte) 0x80, (byte) 0xff, 0x10, 0x20, 0x30);
    }

    @Test
    void aLargeOneIsMadeSmallEnoughForTheNewsOfAStep() {
        var glimpse = Glimpse.of(new BufferedImage(128, 96, BufferedImage.TYPE_INT_RGB));
        assertThat(glimpse.width()).isEqualTo(24);
        assertThat(glimpse.height()).isEqualTo(18);
        assertThat(glimpse.rgb().length()).isLessThan(3_000);
    }
}
