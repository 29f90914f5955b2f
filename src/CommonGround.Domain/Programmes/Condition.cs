namespace CommonGround.Domain.Programmes;

/// <summary>How a fact is compared with a value.</summary>
public enum Comparison
{
    Equals = 1,
    AtLeast = 2,
    AtMost = 3,

    /// <summary>For a fact of several words: the word is among them.</summary>
    Contains = 4,
}

/// <summary>
/// A structured condition, never an expression to be parsed. Truth has three values: what is not known is neither true nor
/// false, and whoever asks decides which way to lean (Kleene's strong logic).
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>True, false, or null for not known.</summary>
    /// <param name="fact">The value of a fact, or null if not known.</param>
    /// <param name="stepDone">Whether a step is behind (done or not needed), or null if not known.</param>
    public abstract bool? Holds(Func<string, FactValue?> fact, Func<string, bool?> stepDone);

    /// <summary>This condition and all within it.</summary>
    public virtual IEnumerable<Condition> Parts => [this];

    public sealed record All(IReadOnlyList<Condition> Of) : Condition
    {
        public override IEnumerable<Condition> Parts => Of.SelectMany(c => c.Parts).Prepend(this);

        public override bool? Holds(Func<string, FactValue?> fact, Func<string, bool?> stepDone)
        {
            bool? result = true;
            foreach (var condition in Of)
                result &= condition.Holds(fact, stepDone);
            return result;
        }
    }

    public sealed record Any(IReadOnlyList<Condition> Of) : Condition
    {
        public override IEnumerable<Condition> Parts => Of.SelectMany(c => c.Parts).Prepend(this);

        public override bool? Holds(Func<string, FactValue?> fact, Func<string, bool?> stepDone)
        {
            bool? result = false;
            foreach (var condition in Of)
                result |= condition.Holds(fact, stepDone);
            return result;
        }
    }

    public sealed record Not(Condition Of) : Condition
    {
        public override IEnumerable<Condition> Parts => Of.Parts.Prepend(this);

        public override bool? Holds(Func<string, FactValue?> fact, Func<string, bool?> stepDone) => !Of.Holds(fact, stepDone);
    }

    public sealed record StepDone(string Step) : Condition
    {
        public override bool? Holds(Func<string, FactValue?> fact, Func<string, bool?> stepDone) => stepDone(Step);
    }

    public sealed record Fact(string Name, Comparison Operator, FactValue Value) : Condition
    {
        public override bool? Holds(Func<string, FactValue?> fact, Func<string, bool?> stepDone) =>
            (fact(Name), Operator, Value) switch
            {
                (null, _, _) => null,
                (FactValue.Number has, Comparison.AtLeast, FactValue.Number asked) => has.Value >= asked.Value,
                (FactValue.Number has, Comparison.AtMost, FactValue.Number asked) => has.Value <= asked.Value,
                (FactValue.Words has, Comparison.Contains, FactValue.Word asked) => has.Value.Contains(asked.Value),
                (var has, Comparison.Equals, var asked) => has == asked,
                _ => null,
            };
    }
}
