namespace BlockAssist.Game.Input;

/// <summary>Repeats what is held, at its own pace: the first at once, the second after a while, the others faster.</summary>
public sealed class Repeat
{
    private const double First = 0.30;
    private const double Next = 0.20;

    private double _left;

    /// <summary>How often to do it in this frame.</summary>
    /// <param name="begun">How often it was begun in this frame.</param>
    /// <param name="isHeld">Whether it is held.</param>
    /// <param name="seconds">How long the frame is.</param>
    public int Take(int begun, bool isHeld, double seconds)
    {
        if (begun > 0)
        {
            _left = First;
            return begun;
        }

        if (!isHeld)
        {
            return 0;
        }

        _left -= seconds;
        if (_left > 0)
        {
            return 0;
        }

        _left += Next;
        return 1;
    }
}
