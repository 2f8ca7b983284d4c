package dev.storyloom.pretrain.sample;

/**
 * How a photograph is taken.
 *
 * @param height of the camera, in toy units of which the toy is about 2.2 high
 * @param distance of the camera from the toy
 * @param aimX the point looked at, so that the toy is not always in the middle
 * @param roll of the camera in radians
 * @param lightX the direction that the main light comes from
 * @param warmth of the light: above zero is a lamp, below is shade outdoors
 * @param bright factor of exposure
 * @param patch whether the light falls through a window and leaves bright bars on the floor
 */
record Shot(Room room, double height, double distance, double aimX, double aimY, double roll, double lightX,
            double lightY, double warmth, double bright, boolean patch, long grain) {
}
