using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Tests.Sessions;

/// <summary>Does what it was told, one after the other, then nothing.</summary>
internal sealed class ScriptedPolicy(params BuilderAction[] actions) : IPolicy
{
    private int _next;

    public void Reset() => _next = 0;

    public BuilderAction Act(in Observation observation) => _next < actions.Length ? actions[_next++] : BuilderAction.Noop;
}
