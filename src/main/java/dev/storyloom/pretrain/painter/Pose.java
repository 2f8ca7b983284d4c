package dev.storyloom.pretrain.painter;

/**
 * Where hands and feet are on a body 256 wide that stands on y = 326, how far it leans to the left in degrees, and how
 * far it sinks.
 */
enum Pose {
    STAND(54, 254, 202, 254, 108, 312, 150, 312, 0, 0),
    HOLD(54, 254, 216, 234, 108, 312, 150, 312, 0, 0),
    RUN(40, 222, 218, 214, 56, 296, 204, 284, 10, 6),
    JUMP(6, 158, 250, 158, 84, 306, 174, 306, 0, 0),
    CHEER(10, 170, 246, 170, 100, 310, 156, 310, 0, 0),
    DANCE(6, 156, 236, 246, 102, 312, 200, 286, -9, 0),
    FLY(8, 200, 214, 246, 118, 322, 150, 326, 58, 0),
    SIT(62, 268, 194, 268, 74, 290, 182, 290, 0, 30),
    READ(102, 262, 154, 262, 74, 290, 182, 290, 0, 30),
    PEDAL(62, 252, 92, 262, 96, 300, 146, 284, 6, 0);

    final int leftHandX;
    final int leftHandY;
    final int rightHandX;
    final int rightHandY;
    final int leftFootX;
    final int leftFootY;
    final int rightFootX;
    final int rightFootY;
    final int lean;
    final int sink;

    Pose(int leftHandX, int leftHandY, int rightHandX, int rightHandY, int leftFootX, int leftFootY, int rightFootX,
            int rightFootY, int lean, int sink) {
        this.leftHandX = leftHandX;
        this.leftHandY = leftHandY;
        this.rightHandX = rightHandX;
        this.rightHandY = rightHandY;
        this.leftFootX = leftFootX;
        this.leftFootY = leftFootY;
        this.rightFootX = rightFootX;
        this.rightFootY = rightFootY;
        this.lean = lean;
        this.sink = sink;
    }
}
