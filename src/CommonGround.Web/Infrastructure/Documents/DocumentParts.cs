using CommonGround.Domain.Documents;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>A table and the words around it, as its partial page needs them.</summary>
internal sealed record DocumentTable(Table Table, DocumentWords Words);

/// <summary>A drawing of graded steps and the words in it.</summary>
internal sealed record DocumentChart(GradedStepsFigure Figure, DocumentWords Words);
