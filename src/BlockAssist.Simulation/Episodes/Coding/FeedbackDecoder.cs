namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Unpacks the payloads of feedback records, entry by entry; passes over kinds it does not know.</summary>
internal sealed class FeedbackDecoder(int builders, int cells)
{
    private byte[] _file = [];
    private Range _payload;
    private int _left;

    /// <summary>The last feedback.</summary>
    public Feedback Feedback { get; private set; }

    /// <summary>Starts to read a payload.</summary>
    public void Begin(byte[] file, Range payload)
    {
        var source = new ByteCursor(file.AsSpan(payload));
        _left = source.UInt("feedback", 0, int.MaxValue);
        (_file, _payload) = (file, (payload.Start.Value + source.Position)..payload.End);
    }

    /// <summary>Reads the next entry of the payload; false at its end.</summary>
    /// <param name="steps">How many steps there are so far; feedback is never about later ones.</param>
    public bool Next(int steps)
    {
        var source = new ByteCursor(_file.AsSpan(_payload));
        while (_left > 0)
        {
            _left--;
            var feedback = Read(ref source, steps);
            _payload = (_payload.End.Value - source.Left).._payload.End;
            if (Enum.IsDefined(feedback.Kind))
            {
                Feedback = feedback;
                return true;
            }
        }

        return source.Left == 0 ? false : throw new InvalidDataException("bytes after the last feedback");
    }

    private Feedback Read(ref ByteCursor source, int steps)
    {
        var feedback = new Feedback(
            (FeedbackKind)source.Byte(),
            Checked.Below(source.Byte(), builders, "builder"),
            Checked.Below(source.Byte(), builders, "builder"),
            Checked.Time(source.Int()),
            source.UInt("steps before feedback", 0, steps),
            source.UInt("value of feedback", 0, int.MaxValue));
        return feedback.IsAboutCell && feedback.Value >= cells
            ? throw new InvalidDataException($"feedback about cell {feedback.Value}, expected less than {cells}")
            : feedback;
    }
}
