namespace BlockAssist.Game.Platform;

/// <summary>What happened at the window and was not looked at yet, in order.</summary>
/// <remarks>
/// A ring that is made once: neither adding nor taking makes garbage. Motions that follow each other become one. When the ring
/// is full, the oldest motion is added to the next one, so that the way of the mouse stays the same; keys are never lost: with
/// no motion to spare the ring grows. Belongs to one thread.
/// </remarks>
public sealed class InputRing
{
    private const int FirstCapacity = 1024;

    private InputEvent[] _ring;
    private int _first;

    /// <summary>An empty queue.</summary>
    /// <param name="capacity">How many events fit before motions are summed; at least 2.</param>
    public InputRing(int capacity = FirstCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        _ring = new InputEvent[capacity];
    }

    /// <summary>How many events wait.</summary>
    public int Count { get; private set; }

    /// <summary>How many events fit.</summary>
    internal int Capacity => _ring.Length;

    /// <summary>Adds what has just happened.</summary>
    public void Add(in InputEvent happened)
    {
        if (happened.Kind == InputEventKind.Motion && Count > 0 && At(Count - 1).Kind == InputEventKind.Motion)
        {
            At(Count - 1) = Sum(At(Count - 1), happened);
            return;
        }

        if (Count == _ring.Length && !TryMergeOldestMotion())
        {
            Grow();
        }

        At(Count++) = happened;
    }

    /// <summary>Takes the oldest event.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(out InputEvent happened)
    {
        if (Count == 0)
        {
            happened = default;
            return false;
        }

        happened = At(0);
        RemoveFirst();
        return true;
    }

    /// <summary>Forgets what waits, as when the game changes to another screen.</summary>
    public void Clear()
    {
        Array.Clear(_ring);
        (_first, Count) = (0, 0);
    }

    private ref InputEvent At(int index) => ref _ring[(_first + index) % _ring.Length];

    private static InputEvent Sum(in InputEvent one, in InputEvent other) => InputEvent.Motion(one.X + other.X, one.Y + other.Y);

    private bool TryMergeOldestMotion()
    {
        var oldest = NextMotion(0);
        var next = NextMotion(oldest + 1);
        if (next == Count)
        {
            return false;
        }

        At(next) = Sum(At(oldest), At(next));
        for (var i = oldest; i > 0; i--)
        {
            At(i) = At(i - 1);
        }

        RemoveFirst();
        return true;
    }

    private int NextMotion(int from)
    {
        while (from < Count && At(from).Kind != InputEventKind.Motion)
        {
            from++;
        }

        return Math.Min(from, Count);
    }

    // The slot is emptied, so that the paths of dropped files do not live on in it.
    private void RemoveFirst()
    {
        At(0) = default;
        _first = (_first + 1) % _ring.Length;
        Count--;
    }

    private void Grow()
    {
        var larger = new InputEvent[2 * _ring.Length];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = At(i);
        }

        (_ring, _first) = (larger, 0);
    }
}
