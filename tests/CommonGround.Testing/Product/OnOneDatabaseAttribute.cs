namespace CommonGround.Testing.Product;

/// <summary>Says why a test of the running product needs only one of the databases: nothing that it looks at comes from one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnOneDatabaseAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
