namespace CommonGround.Domain.Programmes;

/// <summary>The value of a fact of a case: yes or no, a number, a word, or some words out of a list.</summary>
public abstract record FactValue
{
    private FactValue()
    {
    }

    public sealed record YesNo(bool Value) : FactValue;

    public sealed record Number(decimal Value) : FactValue;

    public sealed record Word(string Value) : FactValue;

    public sealed record Words(IReadOnlySet<string> Value) : FactValue;
}
