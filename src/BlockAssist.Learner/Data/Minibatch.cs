using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Data;

/// <summary>Windows side by side, ready to be learnt: turns in order of time, within each time the windows.</summary>
/// <param name="Length">How many turns a window has.</param>
/// <param name="Batch">How many windows there are.</param>
public sealed record Minibatch(int Length, int Batch)
{
    /// <summary>What was seen.</summary>
    public ViewBatch Views { get; } = new(Length * Batch);

    /// <summary>What was done; a window that is longer than its demonstration ends in turns of weight 0.</summary>
    public Turn[] Turns { get; } = new Turn[Length * Batch];

    /// <summary>Plays windows again.</summary>
    public static Minibatch Load(IReadOnlyList<Window> windows, int length)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var minibatch = new Minibatch(length, windows.Count);
        for (var column = 0; column < windows.Count; column++)
        {
            minibatch.Load(windows[column], column);
        }

        return minibatch;
    }

    private void Load(Window window, int column)
    {
        var reader = new DemonstrationReader(window.Demonstration, window.Symmetry);
        for (var turn = 0; turn < window.Start; turn++)
        {
            reader.Read(null, 0, out _);
        }

        for (var time = 0; time < Length; time++)
        {
            var place = (time * Batch) + column;
            if (!reader.Read(Views, place, out Turns[place]))
            {
                Turns[place] = default;
                Views.Blank(place);
            }
        }
    }
}
