using BlockAssist.Game.Sessions;
using BlockAssist.Game.Tests.Bodies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

/// <summary>Plays by chance, frame by frame: moves, looks, builds, takes back; goes back to the site when it has left it.</summary>
internal sealed class RandomPlayer(BuildSession session, ulong seed)
{
    private readonly SeededRandom _random = new(seed);
    private double _changesAt;

    public int Edits { get; private set; }

    public int Rejections { get; private set; }

    /// <summary>The longest frame, in milliseconds.</summary>
    public double LongestFrame { get; init; } = 40;

    /// <summary>Plays a frame.</summary>
    public void Frame()
    {
        session.Advance(session.Time + 1 + ((LongestFrame - 1) * _random.NextDouble()));
        if (session.Time >= _changesAt)
        {
            Change();
        }

        if (_random.Next(12) == 0)
        {
            Count(Build());
        }
    }

    private void Change()
    {
        _changesAt = session.Time + _random.Next(50, 1500);
        session.Gait = _random.Next(6) == 0 ? default : SomeGaits.Any(_random);
        session.Yaw = session.IsOutside && _random.Next(4) > 0 ? Homewards() : _random.NextDouble() * 360;
        session.Pitch = (_random.NextDouble() * 140) - 50;
        session.Held = (Block)_random.Next(Palette.Count);
        if (session.IsOutside)
        {
            session.Gait = session.Gait with { Forward = 1, Strafe = 0, Jump = true };
        }

        if (session.Assistant is { } assistant && _random.Next(10) == 0)
        {
            assistant.IsPaused = _random.Next(4) == 0;
            assistant.ActionMilliseconds = _random.Next(AssistantSeat.Fastest, 1600);
        }
    }

    private Rejection? Build() => _random.Next(12) switch
    {
        < 4 => session.Place((Block)_random.Next(Palette.Count)),
        < 7 => session.Break(),
        < 9 => session.EasyPlace(),
        9 => session.Undo(),
        10 => session.Redo(),
        _ => session.RejectLast(_random.Next(4)) > 0 ? null : Rejection.NothingToUndo,
    };

    private void Count(Rejection? rejection)
    {
        Edits += rejection is null ? 1 : 0;
        Rejections += rejection is null ? 0 : 1;
    }

    private double Homewards()
    {
        var feet = session.Frame.ToSite(session.Body.Feet);
        var size = session.Frame.Size;
        return double.RadiansToDegrees(Math.Atan2(feet.X - (size.Width / 2.0), (size.Depth / 2.0) - feet.Z));
    }
}
