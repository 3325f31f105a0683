using System.Runtime.ExceptionServices;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Sessions;

/// <summary>Asks a policy what the assistant is to do: at once, or on another thread while the session goes on.</summary>
/// <remarks>
/// Aside the policy sees a copy of the site as it was when it was asked. It is asked again only when its answer was taken, so
/// in between nobody else may use it. All members belong to the thread of the session.
/// </remarks>
internal sealed class Deliberation : IThreadPoolWorkItem, IDisposable
{
    private readonly IPolicy _policy;
    private readonly BuildSite _site;
    private readonly BuildSite? _seen;
    private readonly BelievedGoal? _belief;
    private readonly ManualResetEventSlim _rests = new(true);
    private BuilderAction _answer;
    private ExceptionDispatchInfo? _fault;
    private bool _isForgotten;
    private bool _isClosed;
    private int? _heeded;

    /// <summary>A policy at a site.</summary>
    public Deliberation(IPolicy policy, BuildSite site, bool isAside)
    {
        (_policy, _site) = (policy, site);
        _seen = isAside ? new BuildSite(site.Options, site.Capture()) : null;
        _belief = policy is IGoalBelief ? new BelievedGoal() : null;
        policy.Reset();
    }

    /// <summary>What the policy believed when it answered last; null if it infers nothing.</summary>
    public IGoalBelief? Belief => _belief;

    /// <summary>Whether it was asked and the answer was not taken yet.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>Asks; must not be under way.</summary>
    /// <param name="wishes">How the player wants to be helped.</param>
    public void Begin(HelpWishes wishes)
    {
        (IsUnderWay, _isForgotten) = (true, false);
        Tell(wishes);
        if (_seen is null)
        {
            _answer = _policy.Act(_site.Observe(RecordedPlay.Assistant));
            return;
        }

        _seen.Restore(_site.Capture());
        _rests.Reset();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Takes the answer, if it is there.</summary>
    /// <param name="action">The answer; null if it was asked to forget.</param>
    /// <returns>Whether it is; nothing is under way then.</returns>
    public bool TryTake(out BuilderAction? action)
    {
        action = null;
        if (!_rests.IsSet)
        {
            return false;
        }

        (IsUnderWay, action) = (false, _isForgotten ? null : _answer);
        _fault?.Throw();
        if (_policy is IGoalBelief belief)
        {
            _belief!.Follow(belief);
        }

        return true;
    }

    /// <summary>Nobody wants the answer any more.</summary>
    public void Forget() => _isForgotten = true;

    /// <summary>Thinks, on another thread.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        try
        {
            _answer = _policy.Act(_seen!.Observe(RecordedPlay.Assistant));
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault); // Thrown on the thread of the session, when the answer is taken.
        }

        _rests.Set();
    }

    /// <summary>Waits until nobody thinks, and closes the policy.</summary>
    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        _rests.Wait(); // Not disposed of: who sets it may still be about to return, and it holds nothing of the system.
        (_policy as IDisposable)?.Dispose();
    }

    private void Tell(HelpWishes wishes)
    {
        if (_heeded != wishes.Version)
        {
            _heeded = wishes.Version;
            (_policy as IHeedsWishes)?.Heed(wishes);
        }
    }
}
