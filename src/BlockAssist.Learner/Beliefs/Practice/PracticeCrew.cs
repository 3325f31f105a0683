using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Beliefs.Practice;

/// <summary>Who plays in practice: what stands for a person, alone or with a helper who does not see the goal.</summary>
/// <param name="Name">What recordings are named after.</param>
/// <param name="Persons">Makes what stands for the persons on so many sites.</param>
/// <param name="Helper">Makes a helper from the seed of its episode; null: they play alone.</param>
public sealed record PracticeCrew(string Name, Func<int, IPolicyGroup> Persons, Func<ulong, IPolicy>? Helper = null);
