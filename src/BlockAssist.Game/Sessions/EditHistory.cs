using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Game.Sessions;

/// <summary>What the player did and can take back, and what the assistant did that the player can.</summary>
internal sealed class EditHistory(RecordedPlay play, PlayerHands hands)
{
    private readonly EditStack _undo = new();
    private readonly EditStack _redo = new();
    private readonly EditStack _assistants = new();
    private long _act;
    private bool _isOneAct;

    /// <summary>How many of the assistant's edits the player took back, by asking for it or by hand.</summary>
    public int TakenBack { get; private set; }

    /// <summary>Makes edits that are taken back all at once.</summary>
    public T AsOne<T>(Func<T> edits)
    {
        _act++;
        _isOneAct = true;
        try
        {
            return edits();
        }
        finally
        {
            _isOneAct = false;
        }
    }

    /// <summary>The player has made an edit.</summary>
    public void Remember(long time)
    {
        if (play.LastEditRejects)
        {
            play.Feedback(time, FeedbackKind.Reject, play.LastEdit.Cell);
            TakenBack++;
        }

        Push(play.LastEdit);
    }

    /// <summary>The assistant has made an edit.</summary>
    public void RememberAssistants() => _assistants.Push(play.LastEdit, act: 0);

    /// <summary>Takes back the player's last edits that were made as one.</summary>
    /// <returns>Why not; null if any was taken back. What somebody changed since is forgotten.</returns>
    public Rejection? Undo(long time) => TakeBack(time, _undo, _redo, isUndo: true);

    /// <summary>Does again what the player took back last.</summary>
    public Rejection? Redo(long time) => TakeBack(time, _redo, _undo, isUndo: false);

    /// <summary>Takes back the assistant's last edits, as edits of the player.</summary>
    /// <returns>How many were taken back. Stops in front of one that a body is in the way of.</returns>
    public int RejectLast(long time, int count)
    {
        var done = 0;
        for (; count > 0 && _assistants.TryPop(out var edit); count--)
        {
            var rejection = hands.Apply(time, edit.Inverse);
            if (rejection is null)
            {
                play.Feedback(time, FeedbackKind.Undo, edit.Cell);
                Push(edit.Inverse);
                done++;
            }
            else if (rejection != Rejection.ChangedSince)
            {
                _assistants.Push(edit, act: 0);
                break;
            }
        }

        TakenBack += done;
        return done;
    }

    private void Push(in Edit edit)
    {
        _act += _isOneAct ? 0 : 1;
        _undo.Push(edit, _act);
        _redo.Clear();
    }

    private Rejection? TakeBack(long time, EditStack from, EditStack to, bool isUndo)
    {
        if (from.Act is not { } act)
        {
            return Rejection.NothingToUndo;
        }

        var (done, refused) = (0, (Rejection?)null);
        while (from.Act == act && from.TryPop(out var edit))
        {
            var rejection = hands.Apply(time, isUndo ? edit.Inverse : edit);
            refused ??= rejection;
            if (rejection is null)
            {
                to.Push(edit, act);
                done++;
            }
            else if (rejection != Rejection.ChangedSince)
            {
                from.Push(edit, act);
                break;
            }
        }

        return done > 0 ? null : refused;
    }
}
