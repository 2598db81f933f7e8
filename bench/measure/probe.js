/**
 * Put into every worker of both sides as it starts: notes for each painted frame when the camera captured it and when
 * it was painted, milliseconds. The frame that was copied last is the one that is painted next.
 */
export function probe() {
  const painted = [];
  let captured = 0;
  const { copyTo } = VideoFrame.prototype;
  VideoFrame.prototype.copyTo = function (...args) {
    captured = this.timestamp / 1000;
    return copyTo.apply(this, args);
  };
  const { putImageData } = OffscreenCanvasRenderingContext2D.prototype;
  OffscreenCanvasRenderingContext2D.prototype.putImageData = function (...args) {
    putImageData.apply(this, args);
    painted.push({ captured, at: performance.timeOrigin + performance.now() });
  };
  globalThis.takePainted = () => painted.splice(0);
}
