namespace BlockAssist.Learner.Beliefs;

/// <summary>How far a builder can trust its own beliefs in this episode: it looks at what became of what it did.</summary>
/// <remarks>
/// A shift of the logarithm of the odds, learnt by gradient steps on the likelihood of what became of each of its edits (Platt
/// scaling, 1999, of the bias alone and as it goes). Who begins is careful; whose work stays comes to believe what the model says, and no
/// more; whose work is undone gets more careful still. Allocates nothing once made. Belongs to one thread.
/// </remarks>
/// <param name="cells">How many cells the site has.</param>
internal sealed class TrackRecord(int cells)
{
    // How many edits of the others work must survive to count as kept.
    private const int SettleAfter = 12;
    private const float Pace = 1.5f;
    private const float MostCareful = -4;

    // A model that has learnt from some houses is surer of others than it should be, until it has shown that it knows this one.
    private const float AtFirst = -1;

    // What is as unlikely was done because somebody asked for it.
    private const float LeastChance = 1e-3f;

    private readonly float[] _chances = new float[cells];
    private readonly int[] _madeAt = new int[cells];
    private readonly int[] _open = new int[cells];
    private int _count;

    /// <summary>What is added to the logarithm of the odds; never more than nothing.</summary>
    public float Shift { get; private set; } = AtFirst;

    /// <summary>Forgets everything, before a new episode.</summary>
    public void Clear()
    {
        (_count, Shift) = (0, AtFirst);
        Array.Clear(_chances);
    }

    /// <summary>How likely something is, in the light of what became of what was as likely.</summary>
    /// <param name="chance">How likely the model holds it.</param>
    public float Of(float chance) => Shift == 0 ? chance : Likely(Odds(chance) + Shift);

    /// <summary>The builder has made an edit.</summary>
    /// <param name="cell">Where.</param>
    /// <param name="chance">How likely the model held it to be right.</param>
    /// <param name="othersEdits">How many edits the others had made.</param>
    public void Made(int cell, float chance, int othersEdits)
    {
        if (_chances[cell] == 0)
        {
            _open[_count++] = cell;
        }

        (_chances[cell], _madeAt[cell]) = (Math.Max(chance, LeastChance), othersEdits);
    }

    /// <summary>Somebody has undone it.</summary>
    public void Undone(int cell)
    {
        if (_chances[cell] != 0)
        {
            Learn(_chances[cell], isKept: false);
            Close(Array.IndexOf(_open, cell, 0, _count));
        }
    }

    /// <summary>Lets what has survived long enough count as kept.</summary>
    /// <param name="othersEdits">How many edits the others have made.</param>
    public void Settle(int othersEdits)
    {
        for (var i = _count - 1; i >= 0; i--)
        {
            if (othersEdits - _madeAt[_open[i]] >= SettleAfter)
            {
                Learn(_chances[_open[i]], isKept: true);
                Close(i);
            }
        }
    }

    private void Learn(float chance, bool isKept) =>
        Shift = Math.Clamp(Shift + (Pace * ((isKept ? 1 : 0) - Of(chance))), MostCareful, 0);

    private void Close(int place)
    {
        _chances[_open[place]] = 0;
        _open[place] = _open[--_count];
    }

    private static float Odds(float chance) => MathF.Log(Math.Max(chance, 1e-6f) / Math.Max(1 - chance, 1e-6f));

    private static float Likely(float odds) => 1 / (1 + MathF.Exp(-odds));
}
