namespace BlockAssist.Simulation.Building;

/// <summary>What became of one builder's action in one step.</summary>
/// <param name="Action">The action as it took effect; <see cref="BuilderAction.Noop"/> if it had none.</param>
/// <param name="Correct">Whether it placed a right block, or broke one that the goal does not want there.</param>
/// <param name="GoalDependentReward">What it earned by bringing the goal nearer.</param>
/// <param name="GoalIndependentReward">What it earned or cost apart from the goal.</param>
/// <param name="Reward">The builder's reward of the step, after sharing.</param>
public readonly record struct Deed(
    BuilderAction Action, bool Correct, double GoalDependentReward, double GoalIndependentReward, double Reward)
{
    /// <summary>What the builder earned itself.</summary>
    public double OwnReward => GoalDependentReward + GoalIndependentReward;
}
