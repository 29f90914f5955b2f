using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class CopyMappings : IEntityTypeConfiguration<HandedOverCopy>, IEntityTypeConfiguration<CopyContent>
{
    public void Configure(EntityTypeBuilder<HandedOverCopy> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Kinds).HasFewValues();
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.HasIndex(c => c.RecipientPersonId);
    }

    public void Configure(EntityTypeBuilder<CopyContent> builder)
    {
        builder.HasKey(c => c.CopyId);
        builder.Property(c => c.CopyId).ValueGeneratedNever();
        builder.HasOne<HandedOverCopy>().WithOne().HasForeignKey<CopyContent>(c => c.CopyId);
    }
}
