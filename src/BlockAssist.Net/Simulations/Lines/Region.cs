using BlockAssist.Net.Simulations.Clocks;

namespace BlockAssist.Net.Simulations.Lines;

/// <summary>A part of the network that is cut off from the hub now and then.</summary>
internal sealed class Region
{
    private readonly VirtualTime _time;
    private readonly LineOptions _options;
    private readonly Draws _draws;
    private TimeSpan _cutUntil = TimeSpan.MinValue;

    /// <summary>Begins.</summary>
    public Region(VirtualTime time, LineOptions options, Draws draws)
    {
        (_time, _options, _draws) = (time, options, draws);
        PlanCut();
    }

    /// <summary>Whether nothing gets through.</summary>
    public bool IsCut => _time.Elapsed < _cutUntil;

    private void PlanCut()
    {
        if (_options.CutEvery is { } mean)
        {
            _time.After(_draws.Until(mean), Cut);
        }
    }

    private void Cut()
    {
        _cutUntil = _time.Elapsed + _draws.Until(_options.CutFor);
        PlanCut();
    }
}
