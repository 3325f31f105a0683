using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>What one builder's action does, and what it earns: the only place that changes a site for a builder.</summary>
internal static class ActionRules
{
    /// <summary>Does the action if the rules allow it; otherwise changes nothing but the reward.</summary>
    public static Deed Perform(BuildSite site, int builder, BuilderAction action)
    {
        var rewards = site.Options.Builders[builder].Rewards;
        var time = site.GlobalTimestep;
        if (!site.Actions.IsWellFormed(action))
        {
            action = BuilderAction.Noop;
        }

        if (action.IsEdit)
        {
            return Edit(site, builder, action, rewards);
        }

        var done = action.Type switch
        {
            ActionType.Noop => false,
            ActionType.Give => GiveRules.TryApply(site, builder, action),
            _ => MoveRules.TryApply(site, builder, action.Type),
        };
        return done
            ? new Deed(action, false, 0, rewards.Action.ValueAt(time), 0)
            : new Deed(BuilderAction.Noop, false, 0, rewards.Noop.ValueAt(time), 0);
    }

    /// <summary>Whether the action would have an effect.</summary>
    public static bool Allows(BuildSite site, int builder, BuilderAction action) => action.Type switch
    {
        ActionType.Noop => false,
        _ when !site.Actions.IsWellFormed(action) => false,
        ActionType.Place or ActionType.Break => EditRules.Allows(site, builder, action),
        ActionType.Give => GiveRules.Allows(site, builder, action, out _, out _),
        _ => MoveRules.Allows(site, builder, action.Type),
    };

    private static Deed Edit(BuildSite site, int builder, BuilderAction action, RewardOptions rewards)
    {
        var time = site.GlobalTimestep;
        var old = site.Blocks[action.Cell];
        var kinds = site.InventoryOf(builder).KindCount;
        if (!EditRules.TryApply(site, builder, action))
        {
            return new Deed(BuilderAction.Noop, false, 0, rewards.Noop.ValueAt(time), 0);
        }

        var independent = rewards.Action.ValueAt(time);
        if (action.Type == ActionType.Break && site.IsPalette(action.Cell))
        {
            var gained = site.InventoryOf(builder).KindCount - kinds;
            return new Deed(action, false, 0, independent + (rewards.GetResources.ValueAt(time) * gained), 0);
        }

        var dependent = Gain(site, action.Cell, old, rewards.PlaceWrong.ValueAt(time));
        var correct = action.Type == ActionType.Place ? dependent > 0 : dependent >= 0;
        return new Deed(action, correct, dependent + (correct ? 0 : rewards.IncorrectAction.ValueAt(time)), independent, 0);
    }

    private static double Gain(BuildSite site, int cell, Block old, double placeWrong)
    {
        var goal = site.Goal[cell];
        return GoalProgress.Worth(site.Blocks[cell], goal, placeWrong) - GoalProgress.Worth(old, goal, placeWrong);
    }
}
